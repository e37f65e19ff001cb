import { filters } from "./filters";
import { keys } from "./keys";
import { margin } from "./margin";
import { readingText } from "./reading";

filters();
margin();
readingText();
keys();
