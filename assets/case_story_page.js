// The page to hand out after a story: its button that prints.

import { wirePrint } from "./case_printing.js";

wirePrint();
