import { mount } from "svelte";
import App from "./sjsf.svelte";

mount(App, { target: document.getElementById("form") });
