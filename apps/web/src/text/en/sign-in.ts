export default {
  title: 'Sign in',
  lede: 'Lodge a claim for overdue payment, see who handles it and by when. Officers and supervisors sign in here too.',
  enter: 'Sign in',
  demonstration: {
    title: 'Demonstration accounts',
    lede: 'Choose a role to go straight in; no password to type.',
    does: {
      sme: 'Lodge claims, supply materials, follow progress',
      intakeOfficer: 'Review, accept, transfer',
      handlingOfficer: 'Receive, assign, handle',
      mediator: 'Mediate, settle, record payments',
      departmentHead: 'Approve longer handling',
      supervisor: 'Watch deadlines, escalations and audits',
      operator: "Watch the system's health",
    },
  },
};
