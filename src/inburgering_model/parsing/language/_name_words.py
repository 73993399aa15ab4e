"""Words of Dutch that say what the name after them is of: a person, a body, or a place."""

from typing import Final

__all__ = [
    "AMBIGUOUS_PLACES",
    "BODIES",
    "GIVEN_NAMES",
    "PLACE_CUES",
    "PROVINCES",
    "SENTENCE_ENDS",
    "TITLES",
    "WELCOMING",
    "opens_sentence",
]

GIVEN_NAMES: Final = frozenset(
    [
        *("alexander", "allessia", "an", "andré", "anja", "ann", "anne", "annelies", "annemie"),
        *("annick", "arne", "arnaud", "axel", "bart", "ben", "benny", "bert", "björn", "bram"),
        *("brecht", "bruno", "carina", "caroline", "cathy", "celia", "chris", "christel", "conner"),
        *("daniel", "danny", "david", "diederik", "dirk", "eddy", "elke", "els", "emmily", "erik"),
        *("eric", "eva", "evelyne", "filip", "francesco", "franky", "frank", "frans", "freya"),
        *("geert", "gerda", "gert", "greet", "griet", "guido", "gunther", "guy", "gwendolyn"),
        *("hannelore", "hannes", "hans", "herman", "hilde", "ilse", "inge", "ingrid", "isabelle"),
        *("jan", "jasper", "jef", "jelle", "jeroen", "jo", "johan", "jonas", "joris", "jos"),
        *("josé", "jozef", "jürgen", "karel", "karen", "karin", "karl", "karolien", "katia"),
        *("katja", "katrien", "kim", "klaas", "koen", "kris", "kristof", "kurt", "leen", "lies"),
        *("liesbeth", "lieve", "loes", "lorin", "luc", "ludo", "ludwig", "lydia", "maarten"),
        *("maaike", "manuela", "marc", "maria", "marianne", "marie", "marijke", "mark", "martine"),
        *("maurits", "mercedes", "mia", "michel", "mieke", "monica", "nadia", "nathalie", "nele"),
        *("nicole", "noël", "orry", "patrick", "paul", "peter", "philippe", "piet", "pieter"),
        *("raf", "rik", "rita", "rob", "robrecht", "roel", "ronny", "roosmarijn", "sabine"),
        *("sander", "sara", "sarah", "sofie", "sophie", "stefaan", "staf", "steven", "stijn"),
        *("sven", "tine", "tinne", "tim", "tobback", "tom", "veerle", "vera", "vincent", "wannes"),
        *("ward", "werner", "wilfried", "willem", "willy", "wim", "wouter", "yves", "zoë", "zuhal"),
    ]
)
"""Common given names in Flanders: a name right after one of these is a family name."""

TITLES: Final = frozenset(
    [
        *("mevrouw", "mevr", "mw", "heer", "dhr", "meneer", "collega", "collega's", "minister"),
        *("ministers", "minister-president", "staatssecretaris", "schepen", "professor", "prof"),
        *("dr", "ir", "senator", "volksvertegenwoordiger", "volksvertegenwoordigers", "familie"),
    ]
)
"""What goes before a person's name; a full stop at its end is left out."""

PROVINCES: Final = frozenset(
    ["limburg", "oost-vlaanderen", "west-vlaanderen", "vlaams-brabant", "waals-brabant"]
)
"""Provinces that have no municipality's name: among them *Antwerpen* is a province as well."""

BODIES: Final = frozenset(
    [
        *("provincie", "provincies", "provinciebestuur", "arrondissement", "bisdom", "regio"),
        *("zone", "politiezone", "hulpverleningszone", "brandweerzone", "eerstelijnszone"),
        *("zorgregio", "universiteit", "universiteiten", "hogeschool", "associatie", "ku", "uz"),
        *("az", "zna", "club", "kv", "kvc", "krc", "kaa", "fc", "sk", "sv", "racing", "rfc"),
        *("cercle", "caw", "clb", "cvo", "cgg", "logo", "ligo", "atlas", "amal", "vdk", "hof"),
    ]
)
"""Bodies and regions whose name ends in that of a municipality and is not the municipality."""

PLACE_CUES: Final = frozenset(
    [
        *("in", "te", "van", "uit", "naar", "bij", "rond", "nabij", "tussen", "stad", "gemeente"),
        *("steden", "gemeenten", "ocmw", "bestuur", "stadsbestuur", "gemeentebestuur", "centrum"),
        *("centrumstad", "randgemeente", "deelgemeente", "gemeentes", "faciliteitengemeente"),
    ]
)
"""What makes a place of the name after it, also of one that is a common word as well."""

WELCOMING: Final = PLACE_CUES | frozenset(
    [
        *("zowel", "ook", "en", "of", "voor", "tot", "met", "zoals", "alleen", "enkel", "behalve"),
        *("besturen", "de", "het", "aan", "door", "over", "vanuit", "binnen", "buiten", "sinds"),
        *("namelijk", "waaronder", "respectievelijk", "tegenover", "langs", "via", "per", "dan"),
    ]
)
"""Words that a name of a place may follow although they have a capital."""

AMBIGUOUS_PLACES: Final = frozenset(
    [
        *("As", "Asse", "Balen", "Bever", "Boom", "Brakel", "Brecht", "Bree", "Damme", "Duffel"),
        *("Essen", "Geel", "Halen", "Halle", "Ham", "Hamme", "Heers", "Hove", "Kapellen"),
        *("Landen", "Lede", "Lier", "Lille", "Lint", "Malle", "Melle", "Menen", "Mol", "Niel"),
        *("Olen", "Peer", "Pelt", "Putte", "Schelle", "Schoten", "Staden", "Voeren", "Wellen"),
        "Zele",
    ]
)
"""Names that are a common word or a person's name too: a capital alone does not make the place."""

SENTENCE_ENDS: Final = (".", "!", "?", ":", ";", "…", "•", "-", "–", "—", '"', "”", "“", "|")
"""After one of these, and space, a capital may be that of the sentence."""

_BEFORE: Final = 8  # more than the quotes, brackets and spaces that open a sentence


def opens_sentence(text: str, start: int) -> bool:
    """Whether the word that begins at ``start`` can be the first of its sentence."""
    before = text[max(0, start - _BEFORE) : start].rstrip(" \t\n\u00a0\"'“‘«")
    return not before or before.endswith(SENTENCE_ENDS)
