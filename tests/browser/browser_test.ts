// One process trains a model and exports it once for all of these.
import "./accessibility_tests.ts";
import "./engine_tests.ts";
import "./page_tests.ts";
