"""How Sphinx builds the documentation: ``sphinx-build -W docs docs/_build/html``."""

import sys
from pathlib import Path

import inburgering_model

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "inburgering-model"
author = "The inburgering-model authors"
copyright = author
version = release = inburgering_model.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "from_code"]
nitpicky = True
exclude_patterns = ["_build", "_extensions"]
html_theme = "furo"
html_title = f"{project} {version}"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the fields of an entity are listed from its field table
python_use_unqualified_type_names = True
