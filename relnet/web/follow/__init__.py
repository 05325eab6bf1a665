"""Following: others see what one page shows, on this computer and, if let in, on the network."""
