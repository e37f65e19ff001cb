import { filters } from "./filters";
import { keys } from "./keys";
import { margin } from "./margin";
import { names } from "./names";
import { readingText } from "./reading";
import { together } from "./together";
import { whisper } from "./whisper";

filters();
names();
margin();
whisper();
together();
readingText();
keys();
