export default {
  title: 'Accessibility statement',
  lede: 'Everyone in business and every officer should be able to get their matter done by themselves.',
  aim: {
    title: 'What we aim at',
    text: 'The site follows the Web Content Accessibility Guidelines 2.2, level AA, and the Chinese requirements for elderly users. Every page is checked by an automatic tool in both languages, in light, dark and the large and easy mode.',
  },
  does: {
    title: 'What works',
    text: 'Everything can be done by keyboard alone. Every page has a title and a link past the navigation. Errors are listed together and lead to their fields. Colour is never the only sign. A session that ends is opened again in place, with nothing lost. On a telephone no page moves sideways.',
  },
  elder: {
    title: 'Large and easy (关怀版)',
    text: 'Switch it on at the foot of the page: text of 18 pixels or more, buttons of 60 pixels or more, one column, no puzzles, no pop-ups but one to sign in again and one before a draft is deleted.',
  },
  limits: {
    title: 'What does not work yet',
    text: 'People with disabilities have not tested it in the field yet. Large tables scroll sideways within themselves on a telephone. The bars of the district statistics only illustrate the numbers of the table.',
  },
  help: {
    title: 'If you are stuck',
    text: "Call the citizens' hotline 12345, or go to the service station of your subdistrict, where officers help you.",
  },
};
