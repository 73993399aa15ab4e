"""How dossiers are merged: their order, what belongs together, and which reading is taken."""
