"""What became of each sub-question: rules over labels, cues, conditions and what is asked for.

The words that the rules know stand in tables in ``data/``, each row with an example and a sentence
that only looks like one, in the notation of
:mod:`inburgering_model.analysis.coverage.wording`.
"""
