"""What many dossiers tell together: small functions over any iterable of dossiers.

An iterator is consumed once, dossier by dossier; what is kept grows with what is found.
"""
