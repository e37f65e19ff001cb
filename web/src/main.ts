import { filters } from "./filters";
import { keys } from "./keys";
import { margin } from "./margin";
import { names } from "./names";
import { readingText } from "./reading";
import { whisper } from "./whisper";

filters();
names();
margin();
whisper();
readingText();
keys();
