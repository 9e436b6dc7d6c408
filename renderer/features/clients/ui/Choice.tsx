import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { fold } from '#shared/lib/fold.ts';

interface ChoiceProps {
  readonly title: string;
  readonly choice: readonly string[];
  readonly chosen: readonly string[];
  readonly label: (value: string) => string;
  readonly onChoose: (chosen: string[]) => void;
}

/** Values of which any may be chosen; none chosen: all pass. */
export function Choice({ title, choice, chosen, label, onChoose }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="h3" component="p">
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))' }}>
        {choice.map((value) => (
          <FormControlLabel
            key={value}
            control={
              <Checkbox
                checked={chosen.includes(value)}
                onChange={(_, checked) =>
                  onChoose(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
            }
            label={label(value)}
          />
        ))}
      </Box>
    </Box>
  );
}

interface SuggestionsProps extends Omit<ChoiceProps, 'label'> {
  readonly label?: (value: string) => string;
}

/** Values out of many, found by typing. */
export const Suggestions = ({ title, choice, chosen, label, onChoose }: SuggestionsProps): ReactElement => (
  <Autocomplete
    multiple
    size="small"
    options={choice}
    value={[...chosen]}
    onChange={(_, values) => onChoose(values)}
    getOptionLabel={(value) => label?.(value) ?? value}
    filterOptions={(options, { inputValue }) =>
      options.filter((option) => fold(label?.(option) ?? option).includes(fold(inputValue)))
    }
    renderInput={(params) => <TextField {...params} label={title} />}
  />
);
