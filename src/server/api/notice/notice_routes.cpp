#include "server/api/notice/notice_routes.h"

#include <algorithm>
#include <iterator>

namespace vigie {

std::vector<Route> notice_routes(const NoticeParts& parts) {
  std::vector<Route> routes;
  for (auto* group : {inbox_routes, preference_routes, delivery_routes, webhook_routes,
                      template_routes, mail_routes}) {
    std::ranges::move(group(parts), std::back_inserter(routes));
  }
  return routes;
}

}  // namespace vigie
