"""How things look: signs, colours and fillings, for every output that draws."""
