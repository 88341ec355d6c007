import { createContext, useContext } from 'react';
import { en, type Strings } from './en';

export const StringsContext = createContext<Strings>(en);

export function useStrings(): Strings {
  return useContext(StringsContext);
}
