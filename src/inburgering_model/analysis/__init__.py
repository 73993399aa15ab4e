"""What a dossier tells when it is weighed: pure functions over the model.

A result of analysis is an entity too (:mod:`inburgering_model.model.judgement`), so that it can be
kept, compared and written like everything else. Nothing here reads text or writes a format.
"""
