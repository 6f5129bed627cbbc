"""A network diagram as SVG: layers, order, places, boxes, and arrows, a step per module."""
