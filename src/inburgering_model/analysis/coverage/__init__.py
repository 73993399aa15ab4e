"""What became of each sub-question: rules over labels, cues, conditions and what is asked for.

The words that the rules know stand in tables in ``data/``, in the notation of
:mod:`inburgering_model.analysis.coverage.wording`.
"""
