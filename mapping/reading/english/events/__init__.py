"""What an English sentence says happened: its words, its clauses, the places, parties and dates that belong to it."""
