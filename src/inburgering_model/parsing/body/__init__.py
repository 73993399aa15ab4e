"""What questions and answers hold below their heads."""
