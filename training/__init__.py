"""Makes the embedded model: reads the public data folders, trains, measures and packs the pipeline."""
