package org.fourleaf.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left to do after a company was merged or deleted. @param into whose its customers are; none for nobody's @param askedBy the agent, if one did */
record CompanyWork(
        UUID company, @Nullable UUID into, @Nullable UUID askedBy) {}
