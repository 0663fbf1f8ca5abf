"""Whatever says something of people on its way into the network: a line, a card, a code, a signature, details they left."""
