// A short sound, made here: no file is fetched.
const kept_as = "vigie.sound";
export const sound_on = (): boolean => localStorage.getItem(kept_as) === "on";
export const keep_sound = (on: boolean): void => localStorage.setItem(kept_as, on ? "on" : "off");

let speaker: AudioContext | undefined;

export function ring(): void {
  speaker ??= new AudioContext();
  void speaker.resume();
  const at = speaker.currentTime;
  for (const [pitch, from] of [[660, 0], [440, 0.16]] as const) {
    const voice = speaker.createOscillator();
    const strength = speaker.createGain();
    voice.frequency.value = pitch;
    strength.gain.setValueAtTime(0.0001, at + from);
    strength.gain.exponentialRampToValueAtTime(0.2, at + from + 0.02);
    strength.gain.exponentialRampToValueAtTime(0.0001, at + from + 0.15);
    voice.connect(strength).connect(speaker.destination);
    voice.start(at + from);
    voice.stop(at + from + 0.16);
  }
}
