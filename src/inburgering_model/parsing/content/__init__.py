"""What a question and its answers tell about pilots: where, until when, what came of it.

:func:`inburgering_model.parsing.content.content.read_content` is the way in. It reads sentences
(``statements``) against tables of words and frames (``data/*.csv``, compiled by ``lexicon`` and
``phrases``) that somebody who knows the field's Dutch can extend without writing code; every row
has an example sentence that is run as a test. ``programmes`` and ``pilots`` find what was tried
where, ``facts`` until when, with whom and with what money, ``outcomes``, ``recommendations`` and
``follow_ups`` what came of it. Every value names its rule, its spans and its confidence.

Two principles keep precision: a document in which no pilot (*proeftuin*, *proefproject* …) is
established gives nothing at all, and only answers tell what was learned; a question may presuppose
pilots, but it never reports.
"""
