"""Hypothesis is told of the class that this project derives; it knows those of the package."""

from hypothesis import settings
from hypothesis import strategies as st
from pilot_register import FundedPilot

from inburgering_model.testing.strategies import entities

st.register_type_strategy(FundedPilot, entities(FundedPilot))
settings.register_profile("few", max_examples=10, deadline=None)
settings.load_profile("few")
