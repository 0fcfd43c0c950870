// Mounts the app. Nothing else happens before the first answer from the other side of the bridge.
import { mount } from "svelte";
import App from "./App.svelte";
import "./theme.css";

const target = document.getElementById("app");
if (target) mount(App, { target });
