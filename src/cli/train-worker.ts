/** A thread that plays episodes of a training. */
import { serveRollouts, type TrainingConfig } from "../learning/index.ts";
import { createTrainingEnvironment } from "./train-environment.ts";

serveRollouts<TrainingConfig>(createTrainingEnvironment);
