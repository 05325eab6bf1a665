// The menu that saves a case as a file, in the bar while it is edited.

import { wireClosing } from "./case_menu.js";

wireClosing(document.getElementById("edit-files"));
