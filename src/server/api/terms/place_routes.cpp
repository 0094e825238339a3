#include "server/api/terms/place_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/api_route.h"
#include "usecase/people/person.h"
#include "usecase/people/site.h"
#include "usecase/people/team.h"

namespace vigie {

namespace {

using enum Refusal;

std::vector<Route> site_routes(Installation& here, TermsShelf& shelf) {
  return {
      lists(here,
            {.pattern = "/api/sites",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "Sites, by name."},
            sites, true),
      creates<AddSite, SiteView>(
          here,
          {.pattern = "/api/sites",
           .permission = Permission::write_parties,
           .refusals = {reference_malformed, name_malformed, customer_unknown, zone_unknown,
                        holidays_unknown, reference_taken, name_taken},
           .summary = "Adds a site of a customer."},
          [&shelf](Desk& desk, const AddSite& asked) { return add_site(desk, shelf, asked); }),
      reads(here,
            {.pattern = "/api/sites/{reference}",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "One site."},
            site),
      changes<ChangeSite, SiteView>(
          here,
          {.pattern = "/api/sites/{reference}",
           .permission = Permission::write_parties,
           .refusals = {name_malformed, zone_unknown, holidays_unknown},
           .summary = "Changes a site: calendars that follow it take its zone and its holidays."},
          [&shelf](Desk& desk, const Addressed& at, const ChangeSite& asked) {
            return change_site(desk, shelf, at, asked);
          }),
  };
}

std::vector<Route> team_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/teams",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "Teams, by name."},
            teams, true),
      creates(here,
              {.pattern = "/api/teams",
               .permission = Permission::write_parties,
               .refusals = {reference_malformed, name_malformed, party_unknown, person_unknown,
                            reference_taken, name_taken},
               .summary = "Adds a team of a company."},
              add_team),
      reads(here,
            {.pattern = "/api/teams/{reference}",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "One team, with its members for who may read people."},
            team),
      changes(here,
              {.pattern = "/api/teams/{reference}",
               .permission = Permission::write_parties,
               .refusals = {name_malformed, person_unknown},
               .summary = "Changes a team."},
              change_team),
  };
}

std::vector<Route> person_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/people",
             .permission = Permission::read_people,
             .refusals = {},
             .summary = "People, by name."},
            people, true),
      creates(here,
              {.pattern = "/api/people",
               .permission = Permission::write_people,
               .refusals = {reference_malformed, name_malformed, party_unknown, email_malformed,
                            reference_taken, email_taken},
               .summary = "Adds someone who does not sign in."},
              add_person),
      reads(here,
            {.pattern = "/api/people/{reference}",
             .permission = Permission::read_people,
             .refusals = {},
             .summary = "Who someone is."},
            person),
      changes(here,
              {.pattern = "/api/people/{reference}",
               .permission = Permission::write_people,
               .refusals = {person_has_account, person_already_erased, name_malformed,
                            email_malformed, email_taken, party_unknown},
               .summary = "Changes someone who does not sign in."},
              change_person),
  };
}

}  // namespace

std::vector<Route> place_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = site_routes(here, shelf);
  std::ranges::move(team_routes(here), std::back_inserter(routes));
  std::ranges::move(person_routes(here), std::back_inserter(routes));
  return routes;
}

}  // namespace vigie
