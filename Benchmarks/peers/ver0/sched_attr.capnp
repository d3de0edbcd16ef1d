# sched_attr as it was published first.
@0xf60789bfb76f9710;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("ver0");

struct SchedAttr {
  policy @0 :UInt32;
  flags @1 :UInt64;
  nice @2 :Int32;
  priority @3 :UInt32;
  runtime @4 :UInt64;
  deadline @5 :UInt64;
  period @6 :UInt64;
}
