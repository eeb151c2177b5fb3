/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { render } from "preact";
import { Page } from "./page.tsx";

render(<Page />, document.querySelector("#page")!);
