"""Dossiers in the forms that others read, and the published layout itself."""
