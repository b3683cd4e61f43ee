"""What "near" means, wherever it is drawn or contradicted."""

NEAR_KM = 5.0  # villages that reports tell in one breath lie about so far apart
