"""Lines and areas on a plane: the tracks of roads, the network, shapes; knows no statement."""
