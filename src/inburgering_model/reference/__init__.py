"""What is known beforehand: tables of municipalities, ministers and agencies, as data files.

Where each table comes from, under which licence, and how sure it is stands in ``data/README.md``.
Tables are read when they are first asked for. They enrich and check what a document says; they
never overrule it.
"""
