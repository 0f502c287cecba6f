"""From the mention to the person: names, roles and the speaker in force."""
