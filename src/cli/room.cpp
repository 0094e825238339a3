namespace vigie {}
