// Routes of notices: one's own, and how they are delivered.
#pragma once

#include <vector>

#include "engine/time/zone.h"
#include "server/delivery/delivery_terms.h"
#include "server/router/route.h"

namespace vigie {

struct Installation;

/// What stands behind them; all of it lives longer.
struct NoticeParts {
  Installation& here;
  const DeliveryTerms& delivery;
  ZoneSource& zones;
};

std::vector<Route> notice_routes(const NoticeParts& parts);

// The groups that they are made of.
std::vector<Route> inbox_routes(const NoticeParts& parts);
std::vector<Route> preference_routes(const NoticeParts& parts);
std::vector<Route> delivery_routes(const NoticeParts& parts);
std::vector<Route> webhook_routes(const NoticeParts& parts);
std::vector<Route> template_routes(const NoticeParts& parts);
std::vector<Route> mail_routes(const NoticeParts& parts);

}  // namespace vigie
