"""Makes and checks media. Knows requests and bytes; knows no agent, no graph, no kind."""
