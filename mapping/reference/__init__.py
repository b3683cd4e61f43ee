"""Official lists of places behind one interface; a build never asks them."""
