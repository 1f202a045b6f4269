package net.bpsolutions.sending.local.launch;

/** Something that runs as a process of its own. */
interface Restartable {

    /** What people call it. */
    String name();

    /** Starts it, again if need be, and returns the process whose end is its end. */
    ProcessHandle start();
}
