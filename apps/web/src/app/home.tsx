import { Navigate } from '@tanstack/react-router';
import { homeOf } from './places.js';
import { useMe } from './session.js';

export function Home() {
  return <Navigate to={homeOf(useMe().role)} replace />;
}
