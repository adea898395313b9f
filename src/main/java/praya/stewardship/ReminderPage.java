package praya.stewardship;

/** Whether reminders are sent. */
public record ReminderPage(boolean wanted) {}
