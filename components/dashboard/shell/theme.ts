'use client'

import {
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  NavLink,
  Radio,
  Title,
  type VariantColorsResolver,
} from '@mantine/core'
import styles from './theme.module.css'

// The neutrals of the public site's tokens, light to dark, in a notation Mantine can compute with.
const ink: MantineColorsTuple = [
  '#f5f3ee',
  '#edeae2',
  '#dfdcd3',
  '#cdcac1',
  '#b4b1a7',
  '#959289',
  '#676c75',
  '#454b54',
  '#2b313b',
  '#141a23',
]
const dark: MantineColorsTuple = [
  '#e8e6df',
  '#d0cec7',
  '#b4b1a7',
  '#6d727a',
  '#393d46',
  '#272b34',
  '#181c23',
  '#0f1319',
  '#0b0e14',
  '#07090e',
]
const red: MantineColorsTuple = [
  '#ffede9',
  '#ffdad2',
  '#ffb9a7',
  '#ff9577',
  '#fd6940',
  '#f04827',
  '#df2d15',
  '#ba210d',
  '#991807',
  '#721408',
]

const pressed = 'color-mix(in oklab, var(--ink) 84%, var(--paper))'
const tint = (percent: number) => `color-mix(in oklch, var(--ink) ${percent}%, transparent)`

// ink turns light on a dark page, which Mantine's contrast, worked out once for both schemes, does not know
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const isInk = !input.color || input.color === 'ink'
  return isInk && input.variant === 'filled' ? { ...colors, color: 'var(--paper)' } : colors
}

/** The desk in the publication's own type and colours: what one presses is ink, what destroys is red. */
export const theme = createTheme({
  white: '#fdfcfa',
  black: '#141a23',
  colors: { ink, gray: ink, dark, red },
  primaryColor: 'ink',
  primaryShade: 7,
  autoContrast: true,
  variantColorResolver: variantColors,
  fontFamily: 'var(--display)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 2,
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontFamily: 'var(--display)',
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '2.25rem', lineHeight: '1.05' },
      h2: { fontSize: '1.5rem', lineHeight: '1.15' },
      h3: { fontSize: '1.2rem', lineHeight: '1.2' },
    },
  },
  components: {
    // a star in the label would be read out as part of the name
    InputWrapper: Input.Wrapper.extend({ defaultProps: { withAsterisk: false } }),
    Title: Title.extend({ classNames: { root: styles.title } }),
    Input: Input.extend({ classNames: { wrapper: styles.field } }),
    Checkbox: Checkbox.extend({
      defaultProps: { iconColor: 'var(--paper)' },
      classNames: { input: styles.choice },
    }),
    Radio: Radio.extend({
      defaultProps: { iconColor: 'var(--paper)' },
      classNames: { radio: styles.choice, description: styles.description },
    }),
    Modal: Modal.extend({
      // in a dialog a header would pass for a second banner of the page
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      classNames: { title: styles.dialogTitle },
    }),
    NavLink: NavLink.extend({ classNames: { root: styles.navLink } }),
  },
})

// Mantine's own dimmed, placeholder and error greys and reds are too faint on paper
const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--accent-ink)',
  '--mantine-color-default-border': 'var(--rule)',
  '--edge': 'color-mix(in oklab, var(--ink) 52%, var(--paper))',
  '--mantine-color-disabled': tint(4),
  '--mantine-color-disabled-color': 'color-mix(in oklab, var(--ink) 56%, var(--paper))',
  '--mantine-color-disabled-border': 'var(--rule)',
  '--mantine-color-ink-filled': 'var(--ink)',
  '--mantine-color-ink-filled-hover': pressed,
  '--mantine-color-ink-text': 'var(--ink)',
  '--mantine-color-ink-outline': 'var(--ink)',
  '--mantine-color-ink-outline-hover': tint(5),
  '--mantine-color-ink-light': tint(8),
  '--mantine-color-ink-light-hover': tint(12),
  '--mantine-color-ink-light-color': 'var(--ink)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
