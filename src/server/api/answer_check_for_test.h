// Holds answers to what the description of the API says of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/router/router.h"

namespace vigie {

/// Made of the routes that a test serves.
class AnswerCheck {
 public:
  explicit AnswerCheck(const std::vector<Route>& routes);
  ~AnswerCheck();
  AnswerCheck(const AnswerCheck&) = delete;
  AnswerCheck& operator=(const AnswerCheck&) = delete;

  /// What is wrong with `response`, of the route that `router` finds for the request; empty: it is
  /// what the description says, by its status, its media type, its body and its fields.
  std::string fault_in(const Router& router, const Request& request, const Response& response);

 private:
  struct Schemas;
  std::unique_ptr<Schemas> schemas_;
};

}  // namespace vigie
