import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value | null;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
    /** Language the label is written in, when it is not the screen's. */
    readonly lang?: string;
  }[];
  readonly onChange: (value: Value) => void;
  readonly problem?: string | null;
  readonly disabled?: boolean;
}

/** One choice out of a few, all in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const problem = props.problem ?? null;
  return (
    <FormControl error={problem !== null} disabled={props.disabled ?? false}>
      <RadioGroup
        aria-label={props.label}
        aria-describedby={problem === null ? undefined : `${props.name}-problem`}
        name={props.name}
        value={props.value}
        onChange={(_, chosen) => {
          const option = props.options.find(({ value }) => value === chosen);
          if (option) props.onChange(option.value);
        }}
      >
        {props.options.map(({ value, label, hint, lang }) => (
          <FormControlLabel
            key={value}
            value={value}
            control={<Radio />}
            label={
              <>
                <span lang={lang}>{label}</span>
                {hint === undefined ? null : (
                  <Typography component="span" variant="body2" sx={{ color: 'quiet', display: 'block' }}>
                    {hint}
                  </Typography>
                )}
              </>
            }
            // The gap keeps the focus ring off the words.
            sx={{ alignItems: hint === undefined ? 'center' : 'flex-start', gap: 1, py: 1 }}
          />
        ))}
      </RadioGroup>
      {problem === null ? null : (
        <FormHelperText id={`${props.name}-problem`} role="alert">
          {problem}
        </FormHelperText>
      )}
    </FormControl>
  );
}
