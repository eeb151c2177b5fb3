/** A fault of the documentation, as `deno doc --lint` reports it. */
export async function documentationFaults(root: URL): Promise<string[]> {
  const { exports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", ...Object.values<string>(exports)],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const [, ...faults] = new TextDecoder().decode(stderr).split(/^(?=error\[)/m);
  return faults;
}
