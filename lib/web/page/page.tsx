/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useEffect, useState } from "preact/hooks";
import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Engine } from "../engine/engine.ts";
import { AboutModel } from "./about_model.tsx";
import { ComparePanel } from "./compare_panel.tsx";
import { initialLanguage, keepLanguage, LanguageContext } from "./language.ts";
import { LanguageSwitch } from "./language_switch.tsx";
import { pageMessages as messages } from "./messages.ts";
import { Notice } from "./notice.tsx";
import { sentence } from "./sentence.ts";
import { Tabs } from "./tabs.tsx";
import { useEngine } from "./use_engine.ts";
import { useServiceWorker } from "./use_service_worker.ts";
import { WhoPanel } from "./who_panel.tsx";

/** The names of the backends, as people know them. */
const backendNames = { webgpu: "WebGPU", wasm: "WebAssembly", cpu: "JavaScript" };

function describeBackend({ backend: { name, threads, reason } }: Engine): UserMessage {
  const backend = backendNames[name];
  return threads > 1
    ? messages.backendThreads({ backend, threads, reason })
    : messages.backend({ backend, reason });
}

/** The whole page. */
export function Page() {
  const [language, setLanguage] = useState(initialLanguage);
  const [panel, setPanel] = useState<"compare" | "who">("compare");
  const { engine, fraction, problem } = useEngine();
  const updated = useServiceWorker();
  const translate = translator(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = translate(messages.title());
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <header>
        <img src="icon.svg" alt="" width="44" height="44" />
        <div>
          <h1>Futago</h1>
          <p>{translate(messages.tagline())}</p>
        </div>
        <LanguageSwitch
          language={language}
          onLanguage={(language) => {
            keepLanguage(language);
            setLanguage(language);
          }}
        />
      </header>
      <main>
        {updated && (
          <Notice kind="caution">
            {translate(messages.updated())}{" "}
            <button type="button" onClick={() => location.reload()}>
              {translate(messages.reload())}
            </button>
          </Notice>
        )}
        {problem && <Notice>{sentence(translate, problem)}</Notice>}
        {!engine && !problem && (
          <div class="loading">
            <label for="loading">{translate(messages.loading())}</label>
            <progress id="loading" max={1} value={fraction}>
              {numberFormat(language).target(fraction)}
            </progress>
          </div>
        )}
        {engine && (
          <Tabs
            label={translate(messages.tabs())}
            chosen={panel}
            onChoose={setPanel}
            labels={{
              compare: translate(messages.compare()),
              who: translate(messages.who()),
            }}
            panels={{
              compare: <ComparePanel engine={engine} shown={panel === "compare"} />,
              who: <WhoPanel engine={engine} shown={panel === "who"} />,
            }}
          />
        )}
        {engine && <AboutModel metadata={engine.metadata} />}
      </main>
      <footer>
        <p>{translate(messages.privacy())}</p>
        {engine && (
          <p>
            {translate(describeBackend(engine))}
          </p>
        )}
      </footer>
    </LanguageContext.Provider>
  );
}
