package net.bpsolutions.sending.registry.precondition;

/** A representation that is answered with an entity tag. */
public interface Tagged {}
