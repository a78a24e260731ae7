"""What tests are made of: clocks, databases, a bus, a gateway and the scenario language."""
