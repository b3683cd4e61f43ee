"""Turn a folder of news reports into a map that can be checked sentence by sentence."""
