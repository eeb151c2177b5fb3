/**
 * Options of a test that needs permissions: without them the test is ignored, by name, instead of
 * failing.
 *
 * @param wanted permissions that the test uses
 * @returns options to spread into `Deno.test({ ... })`
 */
export function needs(
  wanted: {
    read?: boolean;
    write?: boolean;
    env?: boolean;
    sys?: boolean;
    run?: boolean;
    /** This machine itself, as 127.0.0.1. */
    net?: boolean;
  },
): { ignore: boolean } {
  const names = (["read", "write", "env", "sys", "run", "net"] as const).filter((name) =>
    wanted[name]
  );
  const granted = names.every((name) => {
    const descriptor: Deno.PermissionDescriptor = name === "run"
      ? { name, command: "deno" }
      : name === "net"
      ? { name, host: "127.0.0.1" }
      : { name };
    return Deno.permissions.querySync(descriptor).state === "granted";
  });
  return { ignore: !granted };
}
