import { useState } from 'react';

const KEY = 'adfleet.keys';
const OFF = 'off';

/** Whether single keys do something on this device, and the way to change it. */
export function useKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) !== OFF);
  return [
    on,
    (next) => {
      if (next) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
      setOn(next);
    },
  ];
}
